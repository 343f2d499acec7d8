// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.rebalance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;

import org.frugalvision.engine.resample.ResamplerInfo;
import org.frugalvision.engine.resample.ResamplerInfo.Trait;
import org.frugalvision.engine.resample.Resamplers;
import org.frugalvision.nodes.augment.StepParameters;
import org.frugalvision.nodes.prepare.rebalance.ClassRebalancerNodeParameters.Pixels;
import org.frugalvision.nodes.run.MethodSettings;
import org.junit.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.StringChoice;

/** The dialog has the settings of every method, with the engine's defaults, and hands them over. */
public class RebalancerMirrorTest {

    private final ClassRebalancerNodeParameters m_parameters = new ClassRebalancerNodeParameters();

    @Test
    public void everyMethodHasItsSettings() {
        for (final ResamplerInfo info : Resamplers.infos()) {
            final Map<String, String> settings = Resamplers.settings(info.id()).settings();

            assertEquals(info.id(), !settings.isEmpty(), MethodSettings.group(m_parameters, info.id()).isPresent());
            assertEquals(info.id(), settings, MethodSettings.of(m_parameters, info.id()).settings());
        }
    }

    @Test
    public void changedFieldsArriveInTheMethod() {
        m_parameters.m_method = "step-imbalance";
        m_parameters.m_stepImbalance.m_share = 0.25;
        m_parameters.m_seed = 7;

        assertEquals("step-imbalance{ratio=10.0, share=0.25}", m_parameters.toResampling().method().toString());
        assertEquals(7, m_parameters.toResampling().seed());
    }

    @Test
    public void methodsAreOfferedByTheirLabels() {
        final List<StringChoice> choices = new ClassRebalancerNodeParameters.Methods().computeState(null);

        assertEquals(Resamplers.infos().size(), choices.size());
        assertEquals(new StringChoice("oversampling", "Oversampling"), choices.get(1));
    }

    /** What a method that repeats nothing would change is not looked at. */
    @Test
    public void onlyRepeatedImagesAreChanged() {
        m_parameters.m_repeated = Pixels.CHANGED;
        for (final ResamplerInfo info : Resamplers.infos()) {
            m_parameters.m_method = info.id();

            assertEquals(info.id(), info.traits().contains(Trait.REPEATS), m_parameters.changes());
        }
    }

    @Test
    public void refusesWhatTheEngineRefuses() {
        m_parameters.m_oversampling.m_balance = 2;
        assertEquals("\"Level of balance\" must be above 0 and at most 1, but is 2.", refused());
        m_parameters.m_oversampling.m_balance = 1;
        m_parameters.m_effectiveBeta = 1;
        assertEquals("\"Beta of the effective number\" must be at least 0 and below 1, but is 1.", refused());
        m_parameters.m_effectiveBeta = 0.5;
        m_parameters.m_changes.m_steps = new StepParameters[0];
        m_parameters.m_repeated = Pixels.CHANGED;
        assertEquals("\"Operations\" must hold at least one operation, but is 0.", refused());
    }

    private String refused() {
        return assertThrows(InvalidSettingsException.class, m_parameters::validate).getMessage();
    }
}
