// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.Seeds;

/**
 * The images of one update.
 *
 * @param images their indices in the training set; not to be changed
 * @param shape of each image
 * @param classes length of a label row
 * @param pixels their values, CHW each, image after image, in [0, 1] (images of floats: as stored); may be longer than
 *   needed; shared
 * @param rows their label rows, image after image: weight x one-hot unless a method changes them; may be longer than
 *   needed; shared
 * @param seeds streams of this update, the same whenever the training comes to it; a method takes the one of its id
 */
public record TrainingBatch(int[] images, ImageShape shape, int classes, float[] pixels, float[] rows, Seeds seeds) {
}
