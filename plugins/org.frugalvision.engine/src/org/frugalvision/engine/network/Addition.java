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
        if (inputs.size() < 2) {
            throw new IllegalArgumentException("it takes at least two inputs, but has " + inputs.size());
        }
        for (final ImageShape input : inputs) {
            if (!input.equals(inputs.get(0))) {
                throw new IllegalArgumentException(
                    "its inputs must have one shape, but have " + inputs.get(0) + " and " + input);
            }
        }
        return inputs.get(0);
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
