// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.SampleType;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What every operation must do, by what it tells about itself. */
@RunWith(Parameterized.class)
public final class OperationContractTest {

    private static final List<ImageShape> SHAPES = List.of(new ImageShape(1, 1, 1), new ImageShape(3, 1, 1),
        new ImageShape(1, 1, 7), new ImageShape(3, 6, 1), new ImageShape(1, 28, 28), new ImageShape(3, 17, 33),
        new ImageShape(4, 9, 9), new ImageShape(7, 20, 12));

    private final OperationInfo m_info;

    private final Operation m_operation;

    public OperationContractTest(final String id) {
        m_info = Operations.info(id);
        m_operation = Operations.create(id);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> ids() {
        return Operations.infos().stream().map(info -> new Object[]{info.id()}).toList();
    }

    @Test
    public void tellsEverythingAboutItself() {
        assertSame(m_info, m_operation.info());
        assertTrue(m_info.summary().endsWith("."));
        assertTrue(m_info.verdict().endsWith("."));
        final Magnitude magnitude = m_info.magnitude();
        assertTrue(magnitude.smallest() <= magnitude.from() && magnitude.from() <= magnitude.to()
            && magnitude.to() <= magnitude.largest());
        assertEquals(magnitude.isThere(), magnitude.smallest() < magnitude.largest());
    }

    @Test
    public void keepsShapeAndRangeAndInput() {
        for (final Raster image : images()) {
            final int[] before = image.values().clone();
            for (final double magnitude : magnitudes()) {
                for (final Border border : Border.values()) {
                    for (final Interpolation interpolation : Interpolation.values()) {
                        final Raster after = m_operation.apply(image, magnitude,
                            new Rendering(border, interpolation), Seeds.of(5).generator());

                        assertEquals(image.shape(), after.shape());
                        assertEquals(image.max(), after.max());
                        assertEquals(image.shape().size(), after.values().length);
                        assertTrue(Arrays.stream(after.values()).allMatch(v -> v >= 0 && v <= image.max()));
                        assertArrayEquals(before, image.values());
                    }
                }
            }
        }
    }

    /** Images of 8 bits, and the same in 16 bits, become nearly the same. */
    @Test
    public void sixteenBitsAreTheSamePicture() {
        if (List.of("equalise", "trivial-augment", "uniform-augment", "aug-mix", "rand-augment")
            .contains(m_info.id())) {
            return; // its step is a whole number, and policies draw it
        }
        final Raster image = Pictures.noise(new ImageShape(3, 24, 40), 255, 3);
        final Raster wide = Raster.of(image.toImage().widened());
        for (final double magnitude : new double[]{m_info.magnitude().from(), m_info.magnitude().to()}) {
            final int[] narrow =
                m_operation.apply(image, magnitude, Pictures.EDGE, Seeds.of(5).generator()).values();
            final int[] after = m_operation.apply(wide, magnitude, Pictures.EDGE, Seeds.of(5).generator()).values();
            final double apart = IntStream.range(0, narrow.length)
                .mapToDouble(i -> Math.abs(narrow[i] - after[i] / 257.0)).average().orElseThrow();
            assertTrue("mean difference " + apart, apart <= 2.5);
        }
    }

    @Test
    public void opacityIsLeftAloneByWhatChangesValues() {
        if (!List.of("brightness", "contrast", "saturation", "hue", "gamma", "sharpness", "posterise", "solarise",
            "invert", "equalise", "autocontrast", "clahe", "gray-world", "white-patch", "gaussian-noise", "jpeg",
            "random-erasing", "cutout").contains(m_info.id())) {
            return; // it moves pixels, those of opacity as well
        }
        final Raster image = Pictures.noise(new ImageShape(4, 9, 9), 255, 4);

        final double magnitude = List.of("posterise", "solarise").contains(m_info.id()) ? m_info.magnitude().from()
            : m_info.magnitude().to();

        final Raster after = m_operation.apply(image, magnitude, Pictures.EDGE, Seeds.of(5).generator());

        assertArrayEquals(Arrays.copyOfRange(image.values(), 243, 324), Arrays.copyOfRange(after.values(), 243, 324));
        assertFalse(Arrays.equals(image.values(), after.values()));
    }

    /** The same instance, so not a bit moves. */
    @Test
    public void theIdentityMagnitudeChangesNothing() {
        m_info.magnitude().identity().ifPresent(identity -> {
            final var step = new Step(m_info.id(), 1, identity, identity);
            for (final Raster image : images()) {
                assertSame(image, step.apply(image, Pictures.BLACK, Seeds.of(1).generator()));
            }
        });
    }

    /** In any order, from many threads. */
    @Test
    public void theSameSeedAndRowAndCopyGiveTheSamePixels() {
        final var augmentation = new Augmentation(List.of(Step.usual(m_info.id(), 1), Step.usual("crop", 1)), false,
            Border.REFLECT, Interpolation.BILINEAR);
        final List<DecodedImage> images = IntStream.range(0, 40)
            .mapToObj(i -> Pictures.noise(new ImageShape(3, 12, 10), 255, i % 7).toImage()).toList();
        final List<DecodedImage> one = IntStream.range(0, 40)
            .mapToObj(i -> augmentation.variant(images.get(i), Seeds.of(3), "row " + i, i % 3)).toList();
        final List<DecodedImage> other = IntStream.range(0, 40).parallel().mapToObj(i -> 39 - i)
            .map(i -> augmentation.variant(images.get(i), Seeds.of(3), "row " + i, i % 3)).toList();

        for (int i = 0; i < 40; i++) {
            assertTrue(one.get(i).sameAs(other.get(39 - i)));
        }
    }

    @Test
    public void refusesMagnitudesOutOfRange() {
        if (!m_info.magnitude().isThere()) {
            return;
        }
        final double above = m_info.magnitude().largest() + 1;
        final double below = m_info.magnitude().smallest() - 1;
        final String limits = "must be between %s and %s (%s)".formatted(Wording.value(m_info.magnitude().smallest()),
            Wording.value(m_info.magnitude().largest()), m_info.magnitude().unit());

        assertEquals(
            "\"Largest magnitude of %s\" %s, but is %s.".formatted(m_info.label(), limits, Wording.value(above)),
            assertThrows(SettingsException.class,
                () -> new Step(m_info.id(), 1, m_info.magnitude().from(), above)).getMessage());
        assertEquals(
            "\"Smallest magnitude of %s\" %s, but is %s.".formatted(m_info.label(), limits, Wording.value(below)),
            assertThrows(SettingsException.class,
                () -> new Step(m_info.id(), 1, below, m_info.magnitude().to())).getMessage());
        assertThrows(SettingsException.class, () -> new Step(m_info.id(), 1, Double.NaN, Double.NaN));
    }

    @Test
    public void whatNeedsColourRefusesOtherImages() {
        final var augmentation = new Augmentation(List.of(Step.usual(m_info.id(), 1)), false, Border.EDGE,
            Interpolation.BILINEAR);

        augmentation.check("Row \"r1\"", new ImageShape(3, 5, 5), SampleType.U16);
        augmentation.check("Row \"r1\"", new ImageShape(4, 5, 5), SampleType.U8);
        if (m_info.needsColour()) {
            assertEquals("Row \"r1\": \"%s\" needs RGB images, but the image has 5 x 4 pixels, 1 channel."
                .formatted(m_info.label()), assertThrows(DataException.class,
                    () -> augmentation.check("Row \"r1\"", new ImageShape(1, 4, 5), SampleType.U8)).getMessage());
            assertThrows("four bands", DataException.class,
                () -> augmentation.check("Row \"r1\"", new ImageShape(4, 4, 5), SampleType.U16));
        } else {
            augmentation.check("Row \"r1\"", new ImageShape(1, 4, 5), SampleType.U8);
            augmentation.check("Row \"r1\"", new ImageShape(7, 4, 5), SampleType.U16);
        }
    }

    private List<Raster> images() {
        return SHAPES.stream().flatMap(shape -> IntStream.of(255, 65_535).boxed()
            .flatMap(max -> List.of(Pictures.noise(shape, max, 9), Pictures.flat(shape, max, 0),
                Pictures.flat(shape, max, max)).stream()))
            .filter(image -> image.isColour() || !m_info.needsColour()).toList();
    }

    private double[] magnitudes() {
        final Magnitude magnitude = m_info.magnitude();
        return DoubleStream.of(magnitude.smallest(), magnitude.from(), magnitude.to(), magnitude.largest())
            .filter(value -> magnitude.identity().isEmpty() || value != magnitude.identity().getAsDouble()).toArray();
    }
}
