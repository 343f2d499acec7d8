// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.TensorShape.Role;

/**
 * Every output is a weighted sum of all input values (read in CHW order) plus a learned constant.
 *
 * @param units outputs, at least 1
 * @param activation applied to the result
 */
public record Dense(int units, Activation activation) implements Linear {

    /** Refuses impossible sizes. */
    public Dense {
        Sizes.atLeast(1, units, "units");
    }

    @Override
    public ImageShape output(final List<ImageShape> inputs) {
        Sizes.single(inputs);
        return new ImageShape(units, 1, 1);
    }

    @Override
    public List<TensorShape> tensors(final List<ImageShape> inputs) {
        final int fanIn = Sizes.single(inputs).size();
        return List.of(new TensorShape(Role.WEIGHT, fanIn, units, fanIn), new TensorShape(Role.BIAS, fanIn, units));
    }

    @Override
    public long multiplyAdds(final List<ImageShape> inputs) {
        return (long)Sizes.single(inputs).size() * units;
    }

    @Override
    public String description() {
        return "dense, %d units%s".formatted(units, activation.suffix());
    }

    @Override
    public Dense with(final Activation other) {
        return new Dense(units, other);
    }

    @Override
    public Dense withBias() {
        return this;
    }
}
