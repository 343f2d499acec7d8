// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.reduce.pruner;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.frugalvision.engine.prune.Allocation;
import org.frugalvision.engine.prune.PruningSettings;
import org.frugalvision.engine.prune.Quantity;
import org.frugalvision.engine.prune.Removed;
import org.frugalvision.engine.prune.Schedule;
import org.frugalvision.engine.train.TrainingSettings;
import org.knime.core.node.InvalidSettingsException;
import org.junit.Test;

/** The settings of the node are those of the engine. */
public class CnnPrunerNodeParametersTest {

    private final CnnPrunerNodeParameters m_parameters = new CnnPrunerNodeParameters();

    @Test
    public void defaultsAreThoseOfTheEngine() {
        final PruningSettings settings = m_parameters.toSettings();

        assertEquals(new PruningSettings(Removed.CHANNELS, PruningSettings.DEFAULT.criterion(), PruningSettings.DEFAULT.allocation(),
            PruningSettings.DEFAULT.quantity(), PruningSettings.DEFAULT.share(),
            new Schedule(Schedule.Kind.ONE_SHOT, 3),
            PruningSettings.DEFAULT.widths(), false, false, PruningSettings.DEFAULT.allowedLoss(), 500, 0, 0, 64),
            settings);
        assertEquals(Optional.of(new TrainingSettings(3, 64, 1e-3, 0, true, 0)), m_parameters.fineTuning());
    }

    @Test
    public void everyChoiceOfTheEngineIsOffered() {
        assertArrayEquals(names(Allocation.values()), names(CnnPrunerNodeParameters.Sharing.values()));
        assertArrayEquals(names(Removed.values()), names(CnnPrunerNodeParameters.What.values()));
        assertArrayEquals(names(Schedule.Kind.values()), names(CnnPrunerNodeParameters.Steps.values()));
        assertEquals(List.of(names(Quantity.values())).stream().sorted().toList(),
            List.of(names(CnnPrunerNodeParameters.Target.values())).stream().sorted().toList());
    }

    @Test
    public void changedFieldsArrive() {
        m_parameters.m_keep = " conv1, ,conv2 ";
        m_parameters.m_allowedLoss = 2.5;
        m_parameters.m_keepPercent = 30;
        m_parameters.m_fineTune = false;

        assertEquals(List.of("conv1", "conv2"), m_parameters.toSettings().widths().keep());
        assertEquals(0.025, m_parameters.toSettings().allowedLoss(), 0);
        assertEquals(0.3, m_parameters.toSettings().share(), 0);
        assertEquals(Optional.empty(), m_parameters.fineTuning());
    }

    @Test
    public void everyRateScheduleIsOneOfTheEngine() {
        for (final CnnPrunerNodeParameters.Rate rate : CnnPrunerNodeParameters.Rate.values()) {
            m_parameters.m_rate = rate;

            assertEquals(rate.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                m_parameters.fineTuning().orElseThrow().schedule().schedule().method());
        }
    }

    @Test
    public void whatCannotBeIsRefusedByItsTitle() {
        m_parameters.m_keepPercent = 100;
        assertEquals("\"Keep (%)\" must be between 1 and 99, but is 100.", refusal());
        m_parameters.m_keepPercent = 50;
        m_parameters.m_allowedLoss = -1;
        assertEquals("\"Allowed loss (percent points, 0 = none)\" must be between 0 and 100, but is -1.", refusal());
        m_parameters.m_allowedLoss = 1;
        m_parameters.m_epochs = 0;
        assertEquals("\"Epochs\" must be between 1 and 10,000, but is 0.", refusal());
    }

    private String refusal() {
        return assertThrows(InvalidSettingsException.class, m_parameters::validate).getMessage();
    }

    private static String[] names(final Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
    }
}
