// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.frugalvision.engine.predict.Cascade;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** The dialog refuses what the engine refuses, and nothing else. */
public class CascadeLimitsTest {

    @Test
    public void theThresholdIsAboveZeroAndAtMostOne() throws Exception {
        final var widget = widget("m_threshold");

        assertEquals("exclusive", IsPositiveDoubleValidation.class, widget.minValidation());
        assertEquals(1, new CnnPredictorNodeParameters.AtMostOne().getMax(), 0);
        assertEquals(CnnPredictorNodeParameters.AtMostOne.class, widget.maxValidation());
        assertThrows(SettingsException.class, () -> new Cascade(0, 0.5));
        assertThrows(SettingsException.class, () -> new Cascade(Math.nextUp(1.0), 0.5));
        assertEquals(1, new Cascade(1, 0.5).threshold(), 0);
        assertTrue(new Cascade(Double.MIN_VALUE, 0.5).threshold() > 0);
    }

    @Test
    public void theLowResolutionIsAtLeastATenthAndBelowOne() throws Exception {
        final var widget = widget("m_lowResolution");
        final double least = new CnnPredictorNodeParameters.SmallestScale().getMin();

        assertEquals(CnnPredictorNodeParameters.SmallestScale.class, widget.minValidation());
        assertEquals(CnnPredictorNodeParameters.BelowOne.class, widget.maxValidation());
        assertTrue(new CnnPredictorNodeParameters.BelowOne().isExclusive());
        assertEquals(least, new Cascade(0.5, least).scale(), 0);
        assertThrows(SettingsException.class, () -> new Cascade(0.5, Math.nextDown(least)));
        assertThrows(SettingsException.class, () -> new Cascade(0.5, 1));
        assertEquals(1, new CnnPredictorNodeParameters.BelowOne().getMax(), 0);
    }

    private static NumberInputWidget widget(final String field) throws NoSuchFieldException {
        return CnnPredictorNodeParameters.class.getDeclaredField(field).getAnnotation(NumberInputWidget.class);
    }
}
