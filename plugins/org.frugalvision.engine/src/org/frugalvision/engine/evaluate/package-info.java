// SPDX-License-Identifier: Apache-2.0
/** How good a classifier is: confusion matrix, accuracies, rankings, calibration, and comparisons of two of them. */
package org.frugalvision.engine.evaluate;
