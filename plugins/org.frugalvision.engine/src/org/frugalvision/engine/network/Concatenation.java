// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;

/**
 * The channels of all inputs, one input after the other; rows and columns must agree (Szegedy et al. 2015,
 * arXiv:1409.4842).
 */
public record Concatenation() implements Layer {

    @Override
    public ImageShape output(final List<ImageShape> inputs) {
        Sizes.several(inputs);
        int channels = 0;
        for (final ImageShape input : inputs) {
            if (input.height() != inputs.get(0).height() || input.width() != inputs.get(0).width()) {
                throw new IllegalArgumentException(
                    "its inputs must have the same rows and columns, but are " + inputs.get(0) + " and " + input);
            }
            channels = Math.addExact(channels, input.channels());
        }
        return new ImageShape(channels, inputs.get(0).height(), inputs.get(0).width());
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
        return "concatenation";
    }
}
