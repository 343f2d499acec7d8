// SPDX-License-Identifier: Apache-2.0

import java.util.List;
import java.util.Locale;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.Seeds;

/** The networks that are measured, and how many batches of 64 images of noise make one measurement. */
enum BenchNetwork {

    LENET(new ImageShape(1, 28, 28), 24, 96), //
    RESNET8(new ImageShape(3, 32, 32), 10, 40), //
    RESNET20(new ImageShape(3, 32, 32), 4, 16), //
    VGG_SMALL(new ImageShape(3, 32, 32), 4, 16), //
    MOBILENETV2_SMALL(new ImageShape(3, 32, 32), 2, 8);

    static final int BATCH = 64;

    static final int CLASSES = 10;

    private static final List<String> LABELS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private final ImageShape m_shape;

    private final int m_training;

    private final int m_prediction;

    BenchNetwork(final ImageShape shape, final int training, final int prediction) {
        m_shape = shape;
        m_training = training;
        m_prediction = prediction;
    }

    static BenchNetwork of(final String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Untrained. */
    Network network() {
        return Network.initialise(Architectures.create(id()).build(m_shape, CLASSES), LABELS, Seeds.of(1));
    }

    ImageShape shape() {
        return m_shape;
    }

    int trainingBatches() {
        return m_training;
    }

    int predictionBatches() {
        return m_prediction;
    }

    /** @return images whose values and labels are random */
    ImageSet images(final int batches) {
        final var builder = new ImageSetBuilder(m_shape, LABELS);
        final var random = Seeds.of(1).generator();
        for (int i = 0; i < batches * BATCH; i++) {
            final byte[] pixels = new byte[m_shape.size()];
            random.nextBytes(pixels);
            builder.add("Row" + i, pixels, random.nextInt(CLASSES));
        }
        return builder.build();
    }
}
