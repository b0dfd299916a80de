"""What is drawn, decided once: theme, geometry, layout, edges, legend."""
