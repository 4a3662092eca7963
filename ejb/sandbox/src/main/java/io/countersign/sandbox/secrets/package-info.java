/** Keeps secret values out of everything that is kept or shown. */
package io.countersign.sandbox.secrets;
