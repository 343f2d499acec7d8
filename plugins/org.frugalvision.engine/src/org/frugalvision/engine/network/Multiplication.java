// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;

/**
 * The first input times the second one, value by value. The second one has the shape of the first (C x H x W), or one
 * value for each channel (C x 1 x 1), or one for each pixel (1 x H x W): a gate (Hu et al. 2018, arXiv:1709.01507).
 * Where both readings fit, they are the same.
 */
public record Multiplication() implements Layer {

    @Override
    public ImageShape output(final List<ImageShape> inputs) {
        if (inputs.size() != 2) {
            throw new IllegalArgumentException("it takes two inputs, but has " + inputs.size());
        }
        final ImageShape first = inputs.get(0);
        final ImageShape second = inputs.get(1);
        final boolean channels = second.channels() == first.channels() || second.channels() == 1;
        final boolean pixels = second.height() == first.height() && second.width() == first.width();
        final boolean perChannel =
            second.channels() == first.channels() && second.height() == 1 && second.width() == 1;
        if (!(channels && pixels) && !perChannel) {
            throw new IllegalArgumentException("its second input must have the shape of the first, or one value for"
                + " each channel or each pixel of it, but they are " + first + " and " + second);
        }
        return first;
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
        return "multiplication";
    }
}
