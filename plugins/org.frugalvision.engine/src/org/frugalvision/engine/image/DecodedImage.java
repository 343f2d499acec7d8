// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/**
 * One decoded image.
 *
 * @param shape its shape
 * @param values {@code shape.size()} unsigned bytes, CHW; shared, not to be modified
 */
public record DecodedImage(ImageShape shape, byte[] values) {
}
