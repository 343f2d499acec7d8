// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;

/**
 * In training, each value is zero with the given probability, and the others are divided by 1 - rate (Srivastava et al.
 * 2014, JMLR 15); when the network is applied, it does nothing.
 *
 * @param rate the probability, above 0 and below 1
 */
public record Dropout(double rate) implements Layer {

    /** Refuses rates that are no probability, or would do nothing. */
    public Dropout {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must be above 0 and below 1, but is " + rate);
        }
    }

    @Override
    public ImageShape output(final List<ImageShape> inputs) {
        return Sizes.single(inputs);
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
        return "dropout of " + rate;
    }
}
