// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.TensorShape.Role;

/**
 * Square two-dimensional convolution (cross-correlation) over all input channels.
 *
 * @param filters output channels, at least 1
 * @param kernel rows and columns of the window, at least 1
 * @param stride step of the window in both directions, at least 1
 * @param padding zeros around the image on each side, at least 0 and smaller than {@code kernel}
 * @param bias whether each filter adds a learned constant
 * @param activation applied to the result
 */
public record Convolution(int filters, int kernel, int stride, int padding, boolean bias, Activation activation)
    implements Linear {

    /** Refuses impossible sizes. */
    public Convolution {
        Sizes.atLeast(1, filters, "filters");
        Window.check(kernel, stride, padding);
    }

    @Override
    public ImageShape output(final List<ImageShape> inputs) {
        return Window.slide(Sizes.single(inputs), filters, kernel, stride, padding);
    }

    @Override
    public List<TensorShape> tensors(final List<ImageShape> inputs) {
        final int channels = Sizes.single(inputs).channels();
        final int fanIn = Math.multiplyExact(channels, kernel * kernel);
        final List<TensorShape> tensors = new ArrayList<>();
        tensors.add(new TensorShape(Role.WEIGHT, fanIn, filters, channels, kernel, kernel));
        if (bias) {
            tensors.add(new TensorShape(Role.BIAS, fanIn, filters));
        }
        return tensors;
    }

    @Override
    public long multiplyAdds(final List<ImageShape> inputs) {
        final long window = (long)Sizes.single(inputs).channels() * kernel * kernel;
        return Math.multiplyExact(window, output(inputs).size());
    }

    @Override
    public String description() {
        return "convolution %d x %d, %d filters%s%s".formatted(kernel, kernel, filters, Window.text(stride, padding),
            activation.suffix());
    }

    @Override
    public Convolution with(final Activation other) {
        return new Convolution(filters, kernel, stride, padding, bias, other);
    }

    @Override
    public Convolution withBias() {
        return new Convolution(filters, kernel, stride, padding, true, activation);
    }
}
