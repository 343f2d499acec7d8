// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.reader;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.frugalvision.engine.exchange.ImportSettings;
import org.frugalvision.engine.exchange.PixelRange;
import org.junit.Test;
import org.knime.core.node.InvalidSettingsException;

/** What the user sets becomes the engine's settings. */
public class CnnReaderNodeParametersTest {

    @Test
    public void defaultsLeaveEverythingToTheFile() {
        assertEquals(ImportSettings.asInFile(), new CnnReaderNodeParameters().toSettings());
    }

    @Test
    public void classesAreSeparatedByCommas() {
        final var parameters = new CnnReaderNodeParameters();
        parameters.m_classes = " cat,big dog ,eel";

        assertEquals(List.of("cat", "big dog", "eel"), parameters.toSettings().classes());
    }

    @Test
    public void everyChoiceOfPixelsIsOneOfTheEngine() {
        assertEquals(List.of(PixelRange.values()).stream().map(Enum::name).toList(),
            List.of(CnnReaderNodeParameters.Pixels.values()).stream().map(Enum::name).toList());
        for (final var pixels : CnnReaderNodeParameters.Pixels.values()) {
            final var parameters = new CnnReaderNodeParameters();
            parameters.m_pixels = pixels;
            assertEquals(pixels.name(), parameters.toSettings().pixels().name());
        }
    }

    @Test
    public void theSizeIsSetWholeOrNotAtAll() {
        final var parameters = new CnnReaderNodeParameters();
        parameters.m_imageHeight = 28;

        assertEquals("\"Image width\" must be 0 exactly if \"Image height\" is, but is 0.",
            assertThrows(InvalidSettingsException.class, parameters::validate).getMessage());
    }

    @Test
    public void everyClassHasItsOwnName() {
        final var parameters = new CnnReaderNodeParameters();
        parameters.m_classes = "a, b, a";

        assertEquals("\"Class names\" must name each class once, but is \"a, b, a\".",
            assertThrows(InvalidSettingsException.class, parameters::validate).getMessage());
    }
}
