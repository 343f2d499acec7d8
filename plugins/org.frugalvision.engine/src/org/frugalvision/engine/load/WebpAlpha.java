// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.ByteBuffer;
import java.util.Optional;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;

/**
 * The alpha of a lossy WebP image that is not packed (RFC 9649, section 2.7.1.2).
 *
 * @param filter 0 = values, otherwise differences to 1 = the left, 2 = above, 3 = left + above - above left
 * @param values row after row
 */
record WebpAlpha(int filter, ByteBuffer values) {

    /** Empty if it is packed. */
    static Optional<WebpAlpha> of(final ByteBuffer chunk) {
        if (chunk.capacity() < 1 || (chunk.get(0) & 3) != 0) {
            return Optional.empty();
        }
        return Optional.of(new WebpAlpha(chunk.get(0) >> 2 & 3, chunk.slice(1, chunk.capacity() - 1)));
    }

    /** RGB with this alpha. */
    DecodedImage apply(final DecodedImage colours) throws RejectedException {
        final int width = colours.shape().width();
        final int area = colours.shape().height() * width;
        if (values.capacity() < area) {
            throw new RejectedException("its data are damaged (its pixel data end too early)");
        }
        final var all = new byte[4 * area];
        System.arraycopy(colours.values(), 0, all, 0, 3 * area);
        for (int i = 0; i < area; i++) {
            all[3 * area + i] = (byte)(values.get(i) + predicted(all, 3 * area, i, width));
        }
        return new DecodedImage(new ImageShape(4, colours.shape().height(), width), all);
    }

    /** RGB with the alpha of another image. */
    static DecodedImage join(final DecodedImage colours, final DecodedImage clear) throws RejectedException {
        final var shape = clear.shape();
        if (shape.channels() != 4 || shape.height() != colours.shape().height()
            || shape.width() != colours.shape().width()) {
            throw new RejectedException("its data are damaged (its alpha does not fit)");
        }
        final var all = clear.values().clone();
        System.arraycopy(colours.values(), 0, all, 0, colours.values().length);
        return new DecodedImage(shape, all);
    }

    private int predicted(final byte[] all, final int start, final int i, final int width) {
        if (filter == 0 || i == 0) {
            return 0;
        }
        final int at = start + i;
        if (i < width) {
            return all[at - 1];
        }
        if (i % width == 0) {
            return all[at - width];
        }
        final int left = all[at - 1] & 0xFF;
        final int above = all[at - width] & 0xFF;
        return switch (filter) {
            case 1 -> left;
            case 2 -> above;
            default -> Math.max(0, Math.min(255, left + above - (all[at - width - 1] & 0xFF)));
        };
    }
}
