// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.frugalvision.platform.extension.Contributions;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;

/**
 * Finds node factories by class name among what plug-ins registered at {@code org.knime.workbench.repository.nodes}; in
 * a JVM without an extension registry, on the class path.
 */
final class NodeFactories {

    private static final String POINT = "org.knime.workbench.repository.nodes";

    private static final String FACTORY_CLASS = "factory-class";

    private NodeFactories() {
    }

    /** Returns a new factory, empty if there is none of this class. */
    static Optional<NodeFactory<NodeModel>> create(final String className) throws ReflectiveOperationException {
        if (!Contributions.areAvailable()) {
            return onClassPath(className);
        }
        for (final var element : Contributions.of(POINT)) {
            if (element.getName().equals("node") && className.equals(element.getAttribute(FACTORY_CLASS))) {
                try {
                    return Optional.of(cast(element.createExecutableExtension(FACTORY_CLASS)));
                } catch (CoreException e) {
                    throw new ReflectiveOperationException(e.getMessage(), e);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<NodeFactory<NodeModel>> onClassPath(final String className)
        throws ReflectiveOperationException {
        try {
            return Optional.of(cast(Class.forName(className).getConstructor().newInstance()));
        } catch (ClassNotFoundException e) { // the caller learns it from the result
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked") // a node only hands models to the factory that made them
    private static NodeFactory<NodeModel> cast(final Object factory) {
        return (NodeFactory<NodeModel>)factory;
    }
}
