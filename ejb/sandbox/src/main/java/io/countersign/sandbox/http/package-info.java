/** What a request may look like and where it may go: decided on text, and again on the resolved address. */
package io.countersign.sandbox.http;
