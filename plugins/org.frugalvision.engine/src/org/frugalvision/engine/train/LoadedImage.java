// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.image.ImageShape;

/**
 * One image of a batch that is being loaded.
 *
 * @param image its index in the training set
 * @param shape its shape
 * @param pixels values of the whole batch; only its own may be read and changed
 * @param offset index of its first value; CHW, in [0, 1] (images of floats: as stored)
 */
public record LoadedImage(int image, ImageShape shape, float[] pixels, int offset) {
}
