/** What woven code calls: checkpoints, budgets, and guards in place of members that could cost too much. */
package io.countersign.sandbox.guard;
