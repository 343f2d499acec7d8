// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.util.List;
import java.util.TreeMap;

import org.frugalvision.nodes.evaluate.curve.BudgetCurveNodeFactory;
import org.frugalvision.nodes.evaluate.drift.DriftMonitorNodeFactory;
import org.frugalvision.nodes.evaluate.explain.CnnExplainerNodeFactory;
import org.frugalvision.nodes.evaluate.fresh.FreshTestSetCheckNodeFactory;
import org.frugalvision.nodes.evaluate.multilabel.MultiLabelScorerNodeFactory;
import org.frugalvision.nodes.evaluate.report.FrugalityReportNodeFactory;
import org.frugalvision.nodes.evaluate.scorer.ImageClassificationScorerNodeFactory;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.finder.LearningRateFinderNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.learn.predictor.CnnPredictorNodeFactory;
import org.frugalvision.nodes.learn.reader.CnnReaderNodeFactory;
import org.frugalvision.nodes.learn.recipe.CnnTrainingRecipeNodeFactory;
import org.frugalvision.nodes.learn.writer.CnnWriterNodeFactory;
import org.frugalvision.nodes.prepare.augment.ImageAugmenterNodeFactory;
import org.frugalvision.nodes.prepare.duplicates.ImageDuplicateFinderNodeFactory;
import org.frugalvision.nodes.prepare.partition.ImagePartitionerNodeFactory;
import org.frugalvision.nodes.prepare.rebalance.ClassRebalancerNodeFactory;
import org.frugalvision.nodes.prepare.resize.ImageResizerNodeFactory;
import org.frugalvision.nodes.prepare.sheet.ImageContactSheetNodeFactory;
import org.frugalvision.nodes.read.dataset.ImageDatasetReaderNodeFactory;
import org.frugalvision.nodes.read.folder.ImageFolderReaderNodeFactory;
import org.frugalvision.nodes.read.writer.ImageWriterNodeFactory;
import org.frugalvision.nodes.reduce.pruner.CnnPrunerNodeFactory;
import org.frugalvision.nodes.reduce.quantizer.CnnQuantizerNodeFactory;
import org.frugalvision.nodes.reduce.sensitivity.PruningSensitivityNodeFactory;
import org.frugalvision.nodes.select.subset.ImageSubsetSelectorNodeFactory;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.Node;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.base.ConfigBase;

/**
 * The stored settings of every node are API: a golden file that holds a value for every setting, none of them the
 * default, is loaded and stored again as it was.
 */
@RunWith(Parameterized.class)
public class GoldenSettingsTest {

    private final Class<? extends NodeFactory<?>> m_factory;

    public GoldenSettingsTest(final String name, final Class<? extends NodeFactory<?>> factory) {
        m_factory = factory;
    }

    @Parameters(name = "{0}")
    public static List<Object[]> factories() {
        return List.<Class<? extends NodeFactory<?>>>of(ImageDatasetReaderNodeFactory.class,
            ImageFolderReaderNodeFactory.class, ImageWriterNodeFactory.class, ImageDuplicateFinderNodeFactory.class,
            ImagePartitionerNodeFactory.class, ImageContactSheetNodeFactory.class,
            ImageResizerNodeFactory.class, ImageAugmenterNodeFactory.class, ClassRebalancerNodeFactory.class,
            ImageSubsetSelectorNodeFactory.class,
            CnnArchitectureNodeFactory.class, CnnTrainingRecipeNodeFactory.class,
            LearningRateFinderNodeFactory.class, CnnLearnerNodeFactory.class,
            CnnPredictorNodeFactory.class, CnnReaderNodeFactory.class,
            CnnWriterNodeFactory.class, CnnPrunerNodeFactory.class, PruningSensitivityNodeFactory.class,
            CnnQuantizerNodeFactory.class,
            ImageClassificationScorerNodeFactory.class, FreshTestSetCheckNodeFactory.class,
            BudgetCurveNodeFactory.class, MultiLabelScorerNodeFactory.class, FrugalityReportNodeFactory.class,
            DriftMonitorNodeFactory.class, CnnExplainerNodeFactory.class).stream()
            .map(factory -> new Object[]{factory.getSimpleName(), factory}).toList();
    }

    @Test
    public void goldenSettingsAreStoredAsTheyWereLoaded() throws Exception {
        assertEquals(flat(golden()), flat(storedAfterLoading(golden())));
    }

    @Test
    public void settingsOfAnEarlierVersionGetDefaultsForNewKeys() throws Exception {
        assertEquals(flat(golden()).keySet(), flat(storedAfterLoading(new NodeSettings("model"))).keySet());
    }

    @Test
    public void aValueOfTheWrongTypeIsRefusedByItsKey() throws Exception {
        for (final String key : golden()) {
            final var broken = new NodeSettings("model");
            golden().copyTo(broken);
            broken.addFloat(key, 1);

            final var problem = assertThrows(InvalidSettingsException.class, () -> storedAfterLoading(broken));
            assertTrue(problem.getMessage(), problem.getMessage().contains(key));
        }
    }

    @SuppressWarnings("unchecked")
    private NodeSettings storedAfterLoading(final NodeSettingsRO settings) throws Exception {
        final var factory = (ConfigurableNodeFactory<NodeModel>)m_factory.getConstructor().newInstance();
        final var node = new Node(factory, factory.createNodeCreationConfig());
        node.validateModelSettings(settings);
        node.loadModelSettingsFrom(settings);
        final var stored = new NodeSettings("model");
        node.saveModelSettingsTo(stored);
        return stored;
    }

    private NodeSettingsRO golden() throws Exception {
        try (InputStream in = getClass().getResourceAsStream("golden/" + m_factory.getSimpleName() + ".xml")) {
            return NodeSettings.loadFromXML(in);
        }
    }

    /** Every entry with its path, type and value. */
    private static TreeMap<String, String> flat(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var entries = new TreeMap<String, String>();
        for (final String key : settings) {
            final var entry = ((ConfigBase)settings).getEntry(key);
            if (entry instanceof ConfigBase) {
                flat(settings.getNodeSettings(key)).forEach((path, value) -> entries.put(key + "/" + path, value));
            } else {
                entries.put(key, entry.getType() + " " + entry.toStringValue());
            }
        }
        return entries;
    }
}
