// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;

/**
 * Zeros around every channel.
 *
 * @param top rows above, at least 0
 * @param left columns before, at least 0
 * @param bottom rows below, at least 0
 * @param right columns after, at least 0
 */
public record Padding(int top, int left, int bottom, int right) implements Layer {

    /** Refuses negative sizes. */
    public Padding {
        Sizes.atLeast(0, top, "top");
        Sizes.atLeast(0, left, "left");
        Sizes.atLeast(0, bottom, "bottom");
        Sizes.atLeast(0, right, "right");
    }

    @Override
    public ImageShape output(final List<ImageShape> inputs) {
        final ImageShape input = Sizes.single(inputs);
        return new ImageShape(input.channels(), Math.addExact(input.height(), Math.addExact(top, bottom)),
            Math.addExact(input.width(), Math.addExact(left, right)));
    }

    @Override
    public List<TensorShape> tensors(final List<ImageShape> inputs) {
        return List.of();
    }

    @Override
    public long multiplyAdds(final List<ImageShape> inputs) {
        return 0;
    }

    @Override
    public String description() {
        return "padding %d, %d, %d, %d (top, left, bottom, right)".formatted(top, left, bottom, right);
    }
}
