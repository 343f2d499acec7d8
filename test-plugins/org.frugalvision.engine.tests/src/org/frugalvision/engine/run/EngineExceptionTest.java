// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import java.io.IOException;
import java.util.List;

import org.junit.Test;

/** The engine's complaints. */
public final class EngineExceptionTest {

    @Test
    public void settingsComplaintSaysTitleRuleAndValue() {
        final var complaint = new SettingsException("Budget", "must be at most the 1,200 images of the input", 5000,
            "Lower Budget.", "Connect a larger table.");

        assertEquals("\"Budget\" must be at most the 1,200 images of the input, but is 5,000.", complaint.getMessage());
        assertEquals(List.of("Lower Budget.", "Connect a larger table."), complaint.fixes());
        assertEquals("Budget", complaint.title());
    }

    @Test
    public void dataComplaintSaysPlaceAndProblemAndKeepsTheCause() {
        final var cause = new IOException("disk");

        final var complaint =
            new DataException(Wording.row("r17"), "the image cannot be read.", cause, "Remove the row.");

        assertEquals("Row \"r17\": the image cannot be read.", complaint.getMessage());
        assertEquals("Row \"r17\"", complaint.where());
        assertSame(cause, complaint.getCause());
        assertEquals(List.of("Remove the row."), complaint.fixes());
    }
}
