// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Numbers of images as a user types them. */
public final class BudgetsTest {

    @Test
    public void readsNumbersAndPercentages() {
        assertEquals(List.of(10, 50, 100), new Budgets("100, 50 ,10 %,5%").of(100).stream().distinct().toList()
            .subList(1, 4));
        assertEquals(List.of(5, 10, 50, 100), new Budgets("100, 50 ,10 %,5%").of(100));
        assertEquals("each once", List.of(50), new Budgets("50, 50 %").of(100));
        assertEquals("at least one image", List.of(1), new Budgets("0.1 %").of(10));
        assertEquals("halves up", List.of(3), new Budgets("25 %").of(10));
    }

    @Test
    public void refusesWhatIsNoBudget() {
        refuses("\"Budgets\" must be numbers of images or percentages, but is \"many\".", "10, many");
        refuses("\"Budgets\" must be numbers of images or percentages, but is \"\".", "10,");
        refuses("\"Budgets\" must be numbers of images or percentages, but is \"\".", " ");
        refuses("\"Budgets\" must be whole numbers of at least 1 image, but is \"0\".", "0");
        refuses("\"Budgets\" must be whole numbers of at least 1 image, but is \"2.5\".", "2.5");
        refuses("\"Budgets\" must be above 0 and at most 100 %, but is \"101 %\".", "101 %");
        refuses("\"Budgets\" must be at most the 20 images to choose from, but is 30.", "30");
    }

    private static void refuses(final String message, final String text) {
        assertEquals(message,
            assertThrows(SettingsException.class, () -> new Budgets(text).of(20)).getMessage());
    }
}
