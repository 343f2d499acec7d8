// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.TensorShape.Role;

/**
 * Square two-dimensional convolution (cross-correlation) of every channel with one filter of its own.
 *
 * @param kernel rows and columns of the window, at least 1
 * @param stride step of the window in both directions, at least 1
 * @param padding zeros around the image on each side, at least 0 and smaller than {@code kernel}
 * @param bias whether each channel adds a learned constant
 * @param activation applied to the result
 */
public record DepthwiseConvolution(int kernel, int stride, int padding, boolean bias, Activation activation)
    implements Linear {

    /** Refuses impossible sizes. */
    public DepthwiseConvolution {
        Window.check(kernel, stride, padding);
    }

    @Override
    public ImageShape output(final List<ImageShape> inputs) {
        final ImageShape input = Sizes.single(inputs);
        return Window.slide(input, input.channels(), kernel, stride, padding);
    }

    @Override
    public List<TensorShape> tensors(final List<ImageShape> inputs) {
        final int channels = Sizes.single(inputs).channels();
        final int fanIn = Math.multiplyExact(kernel, kernel);
        final List<TensorShape> tensors = new ArrayList<>();
        tensors.add(new TensorShape(Role.WEIGHT, fanIn, channels, 1, kernel, kernel));
        if (bias) {
            tensors.add(new TensorShape(Role.BIAS, fanIn, channels));
        }
        return tensors;
    }

    @Override
    public long multiplyAdds(final List<ImageShape> inputs) {
        return Math.multiplyExact((long)kernel * kernel, output(inputs).size());
    }

    @Override
    public String description() {
        return "depthwise convolution %d x %d%s%s".formatted(kernel, kernel, Window.text(stride, padding),
            activation.suffix());
    }

    @Override
    public DepthwiseConvolution with(final Activation other) {
        return new DepthwiseConvolution(kernel, stride, padding, bias, other);
    }

    @Override
    public DepthwiseConvolution withBias() {
        return new DepthwiseConvolution(kernel, stride, padding, true, activation);
    }
}
