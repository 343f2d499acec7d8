// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;

/**
 * Sum of several inputs of one shape: the end of a residual block (He et al. 2016, arXiv:1512.03385).
 *
 * @param activation applied to the sum
 */
public record Addition(Activation activation) implements Activated {

    @Override
    public ImageShape output(final List<ImageShape> inputs) {
        return Sizes.equal(inputs);
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
        return "addition" + activation.suffix();
    }

    @Override
    public Addition with(final Activation other) {
        return new Addition(other);
    }
}
