// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.Seeds;

/** Small networks and images for tests. */
public final class Networks {

    /** 6 x 5 pixels, 2 channels. */
    public static final ImageShape SHAPE = new ImageShape(2, 6, 5);

    /** Three classes. */
    public static final List<String> CLASSES = List.of("a", "b", "c");

    private Networks() {
    }

    /** Every kind of layer; 2 x 6 x 5 - 3 x 7 x 6 - 3 x 3 x 3 - 4 - 3. */
    public static NetworkSpec spec() {
        return new NetworkSpec(SHAPE, List.of( //
            new Node("conv", new Convolution(3, 2, 1, 1, true, Activation.RELU), List.of(Node.INPUT)),
            new Node("pool", new Pooling(Pooling.Kind.MAXIMUM, 2, 2, 0), List.of("conv")),
            new Node("dense", new Dense(4, Activation.RELU), List.of("pool")),
            new Node("scores", new Dense(3, Activation.IDENTITY), List.of("dense"))));
    }

    /** Untrained. */
    public static Network network(final long seed) {
        return Network.initialise(spec(), CLASSES, Seeds.of(seed).named("initialise"));
    }

    /**
     * Noise with one bright row of pixels; which row tells the class. Labels 0, 1, 2, 0, 1, 2, ...
     */
    public static ImageSet images(final int count, final long seed) {
        return images(count, seed, 1);
    }

    /** The same, all of one weight. */
    public static ImageSet images(final int count, final long seed, final double weight) {
        final RandomGenerator random = Seeds.of(seed).named("images").generator();
        final var builder = new ImageSetBuilder(SHAPE, CLASSES);
        for (int i = 0; i < count; i++) {
            final byte[] pixels = new byte[SHAPE.size()];
            for (int k = 0; k < pixels.length; k++) {
                final boolean bright = k / SHAPE.width() % SHAPE.height() == 2 * (i % 3);
                pixels[k] = (byte)(random.nextInt(100) + (bright ? 150 : 0));
            }
            builder.add("Row" + i, pixels, i % 3, weight);
        }
        return builder.build();
    }
}
