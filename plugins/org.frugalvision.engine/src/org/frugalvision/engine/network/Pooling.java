// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;
import java.util.Locale;

import org.frugalvision.engine.image.ImageShape;

/**
 * One value per window and channel. Rows and columns that fill no window are dropped; padding never enters a maximum
 * and counts as zeros in a mean.
 *
 * @param kind how the values of a window become one
 * @param kernel rows and columns of the window, at least 1
 * @param stride step of the window in both directions, at least 1
 * @param padding rows and columns added on each side, at least 0 and smaller than {@code kernel}
 */
public record Pooling(Kind kind, int kernel, int stride, int padding) implements Layer {

    /** How the values of a window become one. */
    public enum Kind {
        /** The largest. */
        MAXIMUM,
        /** The mean. */
        MEAN;

        /** @return the name that files hold: lower case, never changed */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Refuses impossible sizes. */
    public Pooling {
        Window.check(kernel, stride, padding);
    }

    @Override
    public ImageShape output(final List<ImageShape> inputs) {
        final ImageShape input = Sizes.single(inputs);
        return Window.slide(input, input.channels(), kernel, stride, padding);
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
        return "%s pooling %d x %d%s".formatted(kind.id(), kernel, kernel, Window.text(stride, padding));
    }
}
