// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;

/** A layer that sets values to zero in training and does nothing when the network is applied. */
public sealed interface Dropping extends Layer permits Dropout, PatternDropout {

    @Override
    default ImageShape output(final List<ImageShape> inputs) {
        return Sizes.single(inputs);
    }

    @Override
    default List<TensorShape> tensors(final List<ImageShape> inputs) {
        return List.of();
    }

    @Override
    default long multiplyAdds(final List<ImageShape> inputs) {
        return 0;
    }
}
