// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.nodes.run.MethodSettings;
import org.knime.core.node.InvalidSettingsException;
import org.junit.Test;

/** The settings of the node are those of the engine's methods. */
public class SelectorMirrorTest {

    private final ImageSubsetSelectorNodeParameters m_parameters = new ImageSubsetSelectorNodeParameters();

    /** So a method with settings has a group of them, with a field of the same name and default for each. */
    @Test
    public void everyMethodHasItsSettingsWithTheirDefaults() {
        for (final var info : Selectors.infos()) {
            final Choice settings = Selectors.settings(info.id());

            assertEquals(info.id(), !settings.settings().isEmpty(),
                MethodSettings.group(m_parameters, info.id()).isPresent());
            assertEquals(info.id(), settings, MethodSettings.of(m_parameters, info.id()));
        }
    }

    @Test
    public void changedFieldsArriveInTheMethod() {
        m_parameters.m_method = "similar-mutual-information";
        m_parameters.m_similarMutualInformation.m_function = SimilarMutualInformationParameters.Function.LOG_DET_MI;
        m_parameters.m_similarMutualInformation.m_eta = 0.5;

        assertEquals("similar-mutual-information{eta=0.5, function=log-det-mi}",
            m_parameters.toSettings().method().toString());
    }

    @Test
    public void refusesWhatTheEngineRefuses() {
        m_parameters.m_method = "probcover";
        m_parameters.m_probcover.m_groups = 1;

        assertEquals("\"Groups\" must be at least 2 and at most 1,000, but is 1.",
            assertThrows(InvalidSettingsException.class, m_parameters::validate).getMessage());
        m_parameters.m_method = "magic";
        assertTrue(assertThrows(InvalidSettingsException.class, m_parameters::validate).getMessage()
            .startsWith("\"Method\" must be one of random, stratified-random, herding, "));
    }
}
