/** Cases as tests of an ordinary build. */
package io.countersign.sandbox.junit;
