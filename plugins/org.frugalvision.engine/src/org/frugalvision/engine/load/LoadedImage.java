// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;

/**
 * An image from a file.
 *
 * @param image the image in the wanted form
 * @param rounded whether the file has 16 bits per value, of which 8 are left
 * @param original shape of the image as it was decoded and turned upright
 */
public record LoadedImage(DecodedImage image, boolean rounded, ImageShape original) {
}
