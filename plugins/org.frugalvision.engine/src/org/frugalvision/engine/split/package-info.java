// SPDX-License-Identifier: Apache-2.0
/** Parting images into training and test images, or into folds, so that a test says what it claims to say. */
package org.frugalvision.engine.split;
