// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** What every architecture promises. */
@RunWith(Parameterized.class)
public final class ArchitecturesTest {

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
        for (final var shape : List.of(new ImageShape(1, 28, 28), new ImageShape(3, 32, 32),
            new ImageShape(3, 48, 64))) {
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
        final var shape = new ImageShape(1, 28, 28);

        assertEquals(Architectures.create(m_id).build(shape, 10), Architectures.create(m_id).build(shape, 10));
    }

    @Test
    public void refusesImagesThatAreTooSmall() {
        final SettingsException refusal = assertThrows(SettingsException.class,
            () -> Architectures.create(m_id).build(new ImageShape(1, 3, 3), 2));

        assertTrue(refusal.getMessage(), refusal.getMessage()
            .startsWith("\"Architecture\" must fit images of 3 x 3 pixels, 1 channel (Node \""));
        assertFalse(refusal.fixes().isEmpty());
    }

    @Test
    public void idsAreStable() {
        assertEquals("lenet lenet5", ids().stream().collect(Collectors.joining(" ")));
    }

    @Test
    public void unknownIdIsNamed() {
        assertEquals("\"Architecture\" must be one of lenet, lenet5, but is \"perceptron\".",
            assertThrows(SettingsException.class, () -> Architectures.create("perceptron")).getMessage());
    }
}
