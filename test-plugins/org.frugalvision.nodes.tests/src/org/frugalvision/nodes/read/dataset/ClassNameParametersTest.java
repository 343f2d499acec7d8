// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import static org.junit.Assert.assertEquals;

import org.frugalvision.nodes.read.dataset.ClassNameParameters.Source;
import org.junit.Test;
import org.knime.core.node.NodeSettings;

/** The choice of class names is stored as the two texts that it was before it was one choice. */
public class ClassNameParametersTest {

    private final ClassNameParameters.AsTexts m_persistor = new ClassNameParameters.AsTexts();

    @Test
    public void theTextsTellTheChoiceAndTheFileWins() throws Exception {
        assertEquals(Source.DATA, m_persistor.load(texts("", "")).m_source);
        assertEquals(Source.LIST, m_persistor.load(texts("cat,dog", " ")).m_source);
        assertEquals(Source.FILE, m_persistor.load(texts("", "names.txt")).m_source);
        assertEquals(Source.FILE, m_persistor.load(texts("cat,dog", "names.txt")).m_source);
    }

    @Test
    public void settingsWithoutNamesTakeThoseOfTheData() throws Exception {
        assertEquals(Source.DATA, m_persistor.load(new NodeSettings("model")).m_source);
        assertEquals(Source.DATA, m_persistor.load(texts(null, null)).m_source);
    }

    /** Otherwise another choice would come back when the workflow is loaded. */
    @Test
    public void whatIsNotChosenIsNotStored() throws Exception {
        final var parameters = ClassNameParameters.of("cat,dog", "names.txt");

        assertStored(parameters, Source.FILE, "cat,dog", "names.txt");
        assertStored(parameters, Source.LIST, "cat,dog", "");
        assertStored(parameters, Source.DATA, "", "");
    }

    @Test
    public void onlyTheChosenListCounts() {
        assertEquals("cat,dog", ClassNameParameters.of("cat,dog", "").typed());
        assertEquals("", ClassNameParameters.of("cat,dog", "names.txt").typed());
    }

    private void assertStored(final ClassNameParameters parameters, final Source source, final String names,
        final String file) throws Exception {
        parameters.m_source = source;
        final var stored = new NodeSettings("model");
        m_persistor.save(parameters, stored);

        assertEquals(names, stored.getString("classNames"));
        assertEquals(file, stored.getString("classNamesFile"));
        assertEquals(source, m_persistor.load(stored).m_source);
    }

    private static NodeSettings texts(final String names, final String file) {
        final var settings = new NodeSettings("model");
        settings.addString("classNames", names);
        settings.addString("classNamesFile", file);
        return settings;
    }
}
