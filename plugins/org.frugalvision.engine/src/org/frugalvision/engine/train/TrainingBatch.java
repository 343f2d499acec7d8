// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/**
 * The images of one update.
 *
 * @param images their indices in the training set; not to be changed
 * @param pixels their values, CHW each, image after image; may be longer than needed; shared
 * @param rows their label rows, image after image: weight x one-hot unless a method changes them; may be longer than
 *   needed; shared
 */
public record TrainingBatch(int[] images, float[] pixels, float[] rows) {
}
