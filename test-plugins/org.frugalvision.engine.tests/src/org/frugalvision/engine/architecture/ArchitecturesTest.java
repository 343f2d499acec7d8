// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** What every architecture promises. */
@RunWith(Parameterized.class)
public final class ArchitecturesTest {

    private static final List<String> CLASSES = List.of("a", "b", "c");

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    /** The architecture. */
    @Parameter
    public String m_id;

    @Parameters(name = "{0}")
    public static List<String> ids() {
        return Architectures.infos().stream().map(ArchitectureInfo::id).toList();
    }

    @Test
    public void tellsAboutItself() {
        final ArchitectureInfo info = Architectures.info(m_id);

        assertFalse(info.label().isBlank());
        assertTrue(info.summary(), info.summary().endsWith("."));
        assertTrue(info.verdict(), info.verdict().endsWith("."));
    }

    @Test
    public void fitsGreyAndColourImagesAndAnyNumberOfClasses() {
        for (final var shape : List.of(new ImageShape(1, 28, 28), new ImageShape(3, 32, 32), smallest(),
            new ImageShape(3, 48, 64), new ImageShape(4, 97, 33))) {
            for (final int classes : new int[]{2, 37}) {
                final NetworkSpec spec = Architectures.create(m_id).build(shape, classes);

                assertEquals(shape, spec.input());
                assertEquals(classes, spec.classes());
                assertTrue(spec.multiplyAdds() > 0);
            }
        }
    }

    @Test
    public void buildsTheSameAgain() {
        final NetworkSpec spec = build(smallest());

        assertEquals(spec, build(smallest()));
        assertEquals(Network.initialise(spec, CLASSES, Seeds.of(1)).hash(),
            Network.initialise(spec, CLASSES, Seeds.of(1)).hash());
        assertNotEquals(Network.initialise(spec, CLASSES, Seeds.of(1)).hash(),
            Network.initialise(spec, CLASSES, Seeds.of(2)).hash());
    }

    @Test
    public void trainsAndGivesProbabilitiesThatSumToOne() throws CanceledException {
        final Network start = Network.initialise(narrow(), CLASSES, Seeds.of(1));
        final ImageSet images = images(6);

        final Network trained = new Training(start, images, TrainingSettings.DEFAULT).fit(RunControl.none()).network();

        for (final Tensor tensor : start.spec().tensors()) {
            assertFalse(tensor.node() + " " + tensor.shape().role(),
                Arrays.equals(part(start, tensor), part(trained, tensor)));
        }
        for (final double[] row : Inference.probabilities(trained, images, InferenceSettings.DEFAULT,
            RunControl.none())) {
            assertEquals(1, Arrays.stream(row).sum(), 1e-15);
        }
    }

    @Test
    public void survivesItsFile() throws IOException {
        final Network network = Network.initialise(build(smallest()), CLASSES, Seeds.of(1));
        final var out = new ByteArrayOutputStream();
        network.save(out);

        final Network loaded = Network.load(Files.write(m_folder.newFile().toPath(), out.toByteArray()));

        assertEquals(network.hash(), loaded.hash());
        assertArrayEquals(network.weights(), loaded.weights(), 0);
    }

    @Test
    public void refusesImagesThatAreTooSmall() {
        final ArchitectureInfo info = Architectures.info(m_id);
        final int side = info.smallest() - 1;

        final SettingsException refusal = assertThrows(SettingsException.class,
            () -> build(new ImageShape(1, info.smallest(), side)));

        assertEquals("\"Architecture\" must fit images of %d x %d pixels, 1 channel (it needs at least %d x %d pixels),"
            .formatted(side, side + 1, side + 1, side + 1) + " but is \"" + info.label() + "\".",
            refusal.getMessage());
        assertEquals(List.of("Use larger images.", "Choose another architecture."), refusal.fixes());
    }

    @Test
    public void readsTheOptionsItTellsAndRefusesTheOthers() {
        final ArchitectureInfo info = Architectures.info(m_id);
        final var changed = List.of( //
            new ArchitectureOptions(0.5, BatchNorm.USUAL, 0, Head.USUAL),
            new ArchitectureOptions(1, opposite(), 0, Head.USUAL),
            new ArchitectureOptions(1, BatchNorm.USUAL, 0.25, Head.USUAL),
            new ArchitectureOptions(1, BatchNorm.USUAL, 0, Head.PYRAMID),
            new ArchitectureOptions(1, BatchNorm.USUAL, 0, Head.USUAL, 0.1, MapPattern.CHANNELS, 3, 0),
            new ArchitectureOptions(1, BatchNorm.USUAL, 0, Head.USUAL, 0, MapPattern.CHANNELS, 3, 0.1));
        for (final ArchitectureOption option : ArchitectureOption.values()) {
            final ArchitectureOptions options = changed.get(option.ordinal());
            if (info.options().contains(option)) {
                assertNotEquals(build(smallest()), Architectures.create(m_id).build(smallest(), 3, options));
            } else {
                assertTrue(assertThrows(SettingsException.class,
                    () -> Architectures.create(m_id).build(smallest(), 3, options)).getMessage()
                        .startsWith("\"" + option.title() + "\" must be "));
            }
        }
    }

    @Test
    public void headsDecideWhichSizesItTakes() {
        if (!Architectures.info(m_id).options().contains(ArchitectureOption.HEAD)) {
            assertFalse(build(smallest()).sizeFree());
            return;
        }
        assertFalse(build(Head.FLATTEN).sizeFree());
        assertTrue(build(Head.GLOBAL_AVERAGE).sizeFree());
        assertTrue(build(Head.PYRAMID).sizeFree());
    }

    @Test
    public void idsAreStable() {
        assertEquals("lenet lenet5 vgg-small resnet8 resnet14 resnet20 resnet32 mobilenetv2-small resnet8-cbam"
            + " ghostnet-small",
            ids().stream().collect(Collectors.joining(" ")));
    }

    private NetworkSpec build(final ImageShape shape) {
        return Architectures.create(m_id).build(shape, CLASSES.size());
    }

    private NetworkSpec build(final Head head) {
        return Architectures.create(m_id).build(smallest(), CLASSES.size(),
            new ArchitectureOptions(1, BatchNorm.USUAL, 0, head));
    }

    /** A quarter as wide, where it can be. */
    private NetworkSpec narrow() {
        final double width = Architectures.info(m_id).options().contains(ArchitectureOption.WIDTH) ? 0.25 : 1;
        return Architectures.create(m_id).build(smallest(), CLASSES.size(),
            new ArchitectureOptions(width, BatchNorm.USUAL, 0, Head.USUAL));
    }

    private BatchNorm opposite() {
        return build(smallest()).nodes().stream().anyMatch(node -> node.layer() instanceof BatchNormalization)
            ? BatchNorm.OFF : BatchNorm.ON;
    }

    private ImageShape smallest() {
        return new ImageShape(2, Architectures.info(m_id).smallest(), Architectures.info(m_id).smallest());
    }

    private ImageSet images(final int count) {
        final RandomGenerator random = Seeds.of(1).generator();
        final var builder = new ImageSetBuilder(smallest(), CLASSES);
        for (int i = 0; i < count; i++) {
            final byte[] pixels = new byte[smallest().size()];
            random.nextBytes(pixels);
            builder.add("Row" + i, pixels, i % CLASSES.size());
        }
        return builder.build();
    }

    private static float[] part(final Network network, final Tensor tensor) {
        return Arrays.copyOfRange(network.weights(), tensor.offset(), tensor.offset() + tensor.length());
    }
}
