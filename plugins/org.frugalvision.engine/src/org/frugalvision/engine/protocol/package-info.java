// SPDX-License-Identifier: Apache-2.0
/** Comparisons that take many trainings: how accuracy grows with the budget, and whether choosing pays. */
package org.frugalvision.engine.protocol;
