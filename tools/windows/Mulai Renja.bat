@echo off
setlocal DisableDelayedExpansion
rem Opens Renja in the browser, without a console window that stays.
if not exist "%~dp0program\pythonw.exe" goto packed
start "" "%~dp0program\pythonw.exe" "%~dp0program\mulai.py"
exit /b 0

:packed
echo Renja belum dapat dimulai dari sini.
echo.
echo Ekstrak dulu seluruh renjadoc-windows.zip (klik kanan, lalu Ekstrak Semua),
echo kemudian klik dua kali "Mulai Renja" di dalam folder hasilnya.
echo.
pause
exit /b 1
