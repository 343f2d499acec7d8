// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import java.util.List;
import java.util.Optional;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

/** Nodes whose parameters cannot be stored. */
public final class Unstorable {
    private Unstorable() {
    }

    private static DefaultNode node(final Class<? extends NodeParameters> parametersClass) {
        return DefaultNode.create().name("Unstorable").icon("").shortDescription("Fails.").fullDescription("Fails.")
            .sinceVersion(5, 8, 0).ports(p -> p.addOutputTable("Output", "A table."))
            .model(m -> m.parametersClass(parametersClass).configure((i, o) -> o.setOutSpec(0, Tables.spec()))
                .execute((i, o) -> o.setOutData(0, Tables.numbers(i.getExecutionContext(), 1))));
    }

    /** Parameters of that kind. */
    static final class ShortField implements NodeParameters {
        short m_bad = 1;
    }

    /** A node with them. */
    public static final class ShortFieldNodeFactory extends DefaultNodeFactory {
        /** Creates the factory. */
        public ShortFieldNodeFactory() {
            super(node(ShortField.class));
        }
    }

    /** Parameters of that kind. */
    static final class EnumArray implements NodeParameters {
        Fruit[] m_bad = {};
    }

    /** A node with them. */
    public static final class EnumArrayNodeFactory extends DefaultNodeFactory {
        /** Creates the factory. */
        public EnumArrayNodeFactory() {
            super(node(EnumArray.class));
        }
    }

    /** Parameters of that kind. */
    static final class StringList implements NodeParameters {
        List<String> m_bad = List.of();
    }

    /** A node with them. */
    public static final class StringListNodeFactory extends DefaultNodeFactory {
        /** Creates the factory. */
        public StringListNodeFactory() {
            super(node(StringList.class));
        }
    }

    /** Parameters of that kind. */
    static final class OptionalGroup implements NodeParameters {
        Optional<Layer> m_bad = Optional.empty();
    }

    /** A node with them. */
    public static final class OptionalGroupNodeFactory extends DefaultNodeFactory {
        /** Creates the factory. */
        public OptionalGroupNodeFactory() {
            super(node(OptionalGroup.class));
        }
    }

    /** Parameters of that kind. */
    static final class WidgetGroupOnly implements NodeParameters {
        Group m_bad = new Group();

        /** Cannot be stored. */
        static final class Group implements WidgetGroup {
            int m_number;
        }
    }

    /** A node with them. */
    public static final class WidgetGroupOnlyNodeFactory extends DefaultNodeFactory {
        /** Creates the factory. */
        public WidgetGroupOnlyNodeFactory() {
            super(node(WidgetGroupOnly.class));
        }
    }

    /** Parameters of that kind. */
    static final class SameKey implements NodeParameters {
        int m_bad = 1;

        int bad = 1;
    }

    /** A node with them. */
    public static final class SameKeyNodeFactory extends DefaultNodeFactory {
        /** Creates the factory. */
        public SameKeyNodeFactory() {
            super(node(SameKey.class));
        }
    }

    /** Parameters of that kind. */
    static final class PersistAndPersistor implements NodeParameters {
        @Persist(configKey = "bad")
        @Persistor(RangePersistor.class)
        int[] m_bad = {1, 2};
    }

    /** A node with them. */
    public static final class PersistAndPersistorNodeFactory extends DefaultNodeFactory {
        /** Creates the factory. */
        public PersistAndPersistorNodeFactory() {
            super(node(PersistAndPersistor.class));
        }
    }
}
