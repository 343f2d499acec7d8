// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;

/** Mean of several inputs of one shape: that of the scores makes several networks one. */
public record Average() implements Layer {

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
        return "average";
    }
}
