// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.function.IntFunction;

import org.frugalvision.engine.network.Activated;
import org.frugalvision.engine.network.Dropping;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Padding;
import org.frugalvision.engine.network.Pooling;

/**
 * Windows that slide over images with any borders, in terms of ours, which have the same border on all sides. Other
 * borders become a layer of zeros; before a maximum that is right only where no value is negative.
 */
final class Windows {

    private Windows() {
    }

    /** A convolution of some kind, given as a function of its padding. */
    static Value convolution(final Draft draft, final String name, final Value input, final Sliding sliding,
        final IntFunction<Layer> layer, final WeightSource weights) {
        final Borders borders = sliding.borders(draft.shape(input));
        if (borders.fit(sliding.kernel())) {
            return draft.node(name, layer.apply(borders.top()), weights, input);
        }
        return draft.node(name, layer.apply(0), weights, padded(draft, name, input, borders));
    }

    /** Pooling; {@code counted} tells whether a mean counts the zeros around the image. */
    static Value pooling(final Draft draft, final String name, final Value input, final Sliding sliding,
        final Pooling.Kind kind, final boolean counted) throws UnsupportedLayerException {
        final Borders borders = sliding.borders(draft.shape(input));
        if (kind == Pooling.Kind.MEAN && !counted && !borders.none()) {
            throw new UnsupportedLayerException("mean that leaves out the padding");
        }
        if (borders.fit(sliding.kernel())) {
            return draft.node(name, new Pooling(kind, sliding.kernel(), sliding.stride(), borders.top()),
                WeightSource.NONE, input);
        }
        if (kind == Pooling.Kind.MAXIMUM && !nonNegative(draft, input)) {
            throw new UnsupportedLayerException("uneven padding of values that may be negative");
        }
        return draft.node(name, new Pooling(kind, sliding.kernel(), sliding.stride(), 0), WeightSource.NONE,
            padded(draft, name, input, borders));
    }

    private static Value padded(final Draft draft, final String name, final Value input, final Borders borders) {
        return draft.node(name + "-padding",
            new Padding(borders.top(), borders.left(), borders.bottom(), borders.right()), WeightSource.NONE, input);
    }

    private static boolean nonNegative(final Draft draft, final Value value) {
        if (value.node().equals(Node.INPUT)) {
            return true;
        }
        final Layer layer = draft.layer(value);
        if (layer instanceof Activated activated) {
            return activated.activation().least() >= 0;
        }
        return (layer instanceof Pooling || layer instanceof Dropping || layer instanceof Padding)
            && nonNegative(draft, draft.input(value));
    }
}
