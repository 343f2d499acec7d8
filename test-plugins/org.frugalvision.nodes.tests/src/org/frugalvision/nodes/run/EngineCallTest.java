// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Test;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;

/** What the engine reports while it trains is what KNIME shows at the node. */
public class EngineCallTest {

    private static final List<String> CLASSES = List.of("a", "b");

    private final List<String> m_messages = new ArrayList<>();

    @Test
    public void theFirstMessageOfATrainingIsItsEstimateAndTheOthersTellEpochLossAndTimeLeft() throws Exception {
        final var monitor = new ExecutionMonitor(new DefaultNodeProgressMonitor() {

            @Override
            public void setProgress(final double progress, final String message) {
                super.setProgress(progress, message);
                m_messages.add(message);
            }
        });
        final var images = new ImageSetBuilder(new ImageShape(1, 28, 28), CLASSES).add("r1", new byte[784], 0)
            .add("r2", new byte[784], 1).build();

        EngineCall.execute(monitor, run -> new Training(untrained(), images, new TrainingSettings(3, 2, 0.001, 0,
            true, 1)).validatedBy(images).fit(run));

        assertEquals(3, m_messages.size());
        assertMatches("estimate: 427,072 parameters, \\d+ million multiply-adds, [0-9,]+ MB, \\d+ s",
            m_messages.get(0));
        assertMatches("epoch 2/3, loss \\d\\.\\d{3}, validation \\d\\.\\d{3}, \\d+ s left", m_messages.get(1));
        assertMatches("epoch 3/3, loss \\d\\.\\d{3}, validation \\d\\.\\d{3}, 0 s left", m_messages.get(2));
    }

    private static Network untrained() {
        return Network.initialise(Architectures.create("lenet").build(new ImageShape(1, 28, 28), 2), CLASSES,
            Seeds.of(0));
    }

    private static void assertMatches(final String pattern, final String text) {
        assertTrue(text, text.matches(pattern));
    }
}
