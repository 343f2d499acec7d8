// SPDX-License-Identifier: Apache-2.0
/** How good a classifier is: confusion matrix, accuracies, area under the ROC curve. */
package org.frugalvision.engine.evaluate;
