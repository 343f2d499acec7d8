// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Where the names of the classes come from: one choice, stored as two texts, of which the file wins. */
final class ClassNameParameters implements NodeParameters {

    /** Where they come from. */
    enum Source {
            @Label(value = "Data", description = """
                Those of CIFAR-10 are known; otherwise there is one class per number or text among the labels, and the
                following nodes learn the classes when this node has been executed.
                """)
            DATA, //
            @Label(value = "List", description = "You type them.")
            LIST, //
            @Label(value = "File", description = "A text file has one name per line.")
            FILE;
    }

    /** Refers to the choice. */
    static final class SourceReference implements ParameterReference<Source> {
    }

    /** Whether labels need names: folders of an archive are named already. */
    static final class AreNeeded implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getPredicate(DatasetReaderChoices.FromArchive.class).negate();
        }
    }

    /** Whether they are typed. */
    static final class FromList implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getPredicate(AreNeeded.class)
                .and(initializer.getEnum(SourceReference.class).isOneOf(Source.LIST));
        }
    }

    /** Whether they stand in a file. */
    static final class FromFile implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getPredicate(AreNeeded.class)
                .and(initializer.getEnum(SourceReference.class).isOneOf(Source.FILE));
        }
    }

    /** Stores the texts beside the other settings of the node, where they always stood. */
    static final class AsTexts implements NodeParametersPersistor<ClassNameParameters> {

        private static final String NAMES = "classNames";

        private static final String FILE = "classNamesFile";

        @Override
        public ClassNameParameters load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return of(text(settings, NAMES), text(settings, FILE));
        }

        @Override
        public void save(final ClassNameParameters parameters, final NodeSettingsWO settings) {
            settings.addString(NAMES, parameters.m_source == Source.DATA ? "" : parameters.m_names);
            settings.addString(FILE, parameters.m_source == Source.FILE ? parameters.m_file : "");
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][]{{NAMES}, {FILE}};
        }

        private static String text(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            final String text = settings.containsKey(key) ? settings.getString(key) : "";
            return text == null ? "" : text;
        }
    }

    @Widget(title = "Class names from", description = "What the labels 0, 1, 2 and so on are called.")
    @ValueReference(SourceReference.class)
    @ValueSwitchWidget
    @Effect(predicate = AreNeeded.class, type = EffectType.SHOW)
    Source m_source = Source.DATA;

    @Widget(title = "Class names", description = """
            Names for the labels 0, 1, 2 and so on, separated by commas. A label beyond the last name is refused.
            """)
    @TextInputWidget(placeholder = "T-shirt,Trouser,Pullover", patternValidation = IsNotBlankValidation.class)
    @Effect(predicate = FromList.class, type = EffectType.SHOW)
    String m_names = "";

    @Widget(title = "Class names file", description = """
            A text file (UTF-8) with one class name per line. An absolute path, a path relative to the folder of the
            workflow, or a URL such as "knime://knime.workflow/data/names.txt".
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/names.txt",
        patternValidation = IsNotBlankValidation.class)
    @Effect(predicate = FromFile.class, type = EffectType.SHOW)
    String m_file = "";

    /**
     * @param names names separated by commas; blank if there are none
     * @param file path of a file of names, which counts instead of them; blank if there is none
     */
    static ClassNameParameters of(final String names, final String file) {
        final var parameters = new ClassNameParameters();
        parameters.m_names = names;
        parameters.m_file = file;
        parameters.m_source = !file.isBlank() ? Source.FILE : names.isBlank() ? Source.DATA : Source.LIST;
        return parameters;
    }

    /** The names that are typed; empty if they come from elsewhere. */
    String typed() {
        return m_source == Source.LIST ? m_names : "";
    }
}
