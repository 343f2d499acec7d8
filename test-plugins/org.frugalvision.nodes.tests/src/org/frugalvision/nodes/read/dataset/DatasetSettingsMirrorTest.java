// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import static org.frugalvision.nodes.probe.Mirror.names;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;

import org.frugalvision.engine.image.ChannelOrder;
import org.frugalvision.engine.image.CifarKind;
import org.frugalvision.engine.load.BenchmarkFiles;
import org.frugalvision.engine.load.BenchmarkPart;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.nodes.read.dataset.DatasetReaderChoices.Channels;
import org.frugalvision.nodes.read.dataset.DatasetReaderChoices.Format;
import org.frugalvision.nodes.read.dataset.DatasetReaderChoices.Part;
import org.junit.Test;

/** The choices of the Image Dataset Reader are those of the engine. */
public class DatasetSettingsMirrorTest {

    private final ImageDatasetReaderNodeParameters m_parameters = new ImageDatasetReaderNodeParameters();

    @Test
    public void choicesMirrorTheEnumsOfTheEngine() {
        assertEquals(names(ChannelOrder.values()), names(Channels.values()));
        assertTrue(names(Format.values()).containsAll(names(CifarKind.values())));
        assertEquals(Set.of(BenchmarkPart.values()), Part.BOTH.parts());
        assertEquals(Set.of(), Part.NAMED.parts());
    }

    @Test
    public void everyFormatKnowsItsFiles() {
        final List<BenchmarkFiles.Kind> kinds = List.of(Format.values()).stream().filter(f -> f != Format.ARCHIVE)
            .map(format -> {
                m_parameters.m_format = format;
                return m_parameters.kind();
            }).toList();

        assertEquals(List.of(BenchmarkFiles.Kind.IDX, BenchmarkFiles.Kind.CIFAR, BenchmarkFiles.Kind.CIFAR,
            BenchmarkFiles.Kind.CIFAR, BenchmarkFiles.Kind.NPY, BenchmarkFiles.Kind.NPY), kinds);
    }

    @Test
    public void rangeEndsWithTheDataSet() {
        m_parameters.m_firstImage = 3;
        assertEquals(2, m_parameters.first());
        assertEquals(10, m_parameters.end(10));
        m_parameters.m_images = 4;
        assertEquals(6, m_parameters.end(10));
        assertEquals(5, m_parameters.end(5));
        assertEquals("\"First image\" must be at most the 2 images of the data set, but is 3.",
            assertThrows(SettingsException.class, () -> m_parameters.checkFirst(2)).getMessage());
    }
}
