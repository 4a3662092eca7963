/** Plain data and JSON text: maps, lists, strings, numbers, booleans and null. */
package io.countersign.sandbox.json;
