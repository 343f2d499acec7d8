// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j.tests;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Program of a forked process: starts Equinox, installs bundles from folders and asks the last one's probe. */
public final class EquinoxProbe {

    private EquinoxProbe() {
    }

    /**
     * @param arguments folder for the framework, whether helpers are to be switched off, folders of the bundles
     * @throws Exception whatever goes wrong; it is printed by the virtual machine
     */
    public static void main(final String... arguments) throws Exception {
        final Map<String, String> options = new HashMap<>();
        options.put(Constants.FRAMEWORK_STORAGE, arguments[0]);
        // as strict as OSGi allows: a package of the platform is seen only if it is imported
        options.put("osgi.compatibility.bootdelegation", "false");
        try {
            final Framework framework = ServiceLoader.load(FrameworkFactory.class).iterator().next()
                .newFramework(options);
            framework.start();
            Bundle last = null;
            for (int i = 2; i < arguments.length; i++) {
                last = framework.getBundleContext().installBundle("reference:file:" + arguments[i]);
            }
            final Class<?> probe = last.loadClass("org.frugalvision.dl4j.tests.Probe");
            System.out.println("helper "
                + probe.getMethod("helper", boolean.class).invoke(null, Boolean.parseBoolean(arguments[1])));
            System.exit(0);
        } finally {
            Runtime.getRuntime().halt(1); // threads of the framework would keep a failed process alive
        }
    }
}
